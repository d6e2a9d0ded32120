package pingheng.page;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pingheng.text.Coded;
import pingheng.text.Folding;
import pingheng.value.BodyId;
import pingheng.value.Code;
import pingheng.value.Codes;
import pingheng.value.EvidenceId;
import pingheng.value.FrameworkId;
import pingheng.value.Id;
import pingheng.value.PostId;
import pingheng.value.ProofId;
import pingheng.value.ProposalId;
import pingheng.value.UrgingId;
import pingheng.value.number.Version;

/** How fields of forms and variables of addresses are read: texts that a database can keep, yes or no, days of four digits for the year. */
@ControllerAdvice
class FormBinding implements WebMvcConfigurer {
    /** The sign-in compares these sign by sign. */
    private static final Set<String> SECRETS = Set.of("password", "again", "slip");

    /** What rows are named by, and how one is made of its number. */
    static final Map<Class<? extends Id>, LongFunction<? extends Id>> IDS = Map.of(
            BodyId.class, BodyId::new,
            PostId.class, PostId::new,
            EvidenceId.class, EvidenceId::new,
            UrgingId.class, UrgingId::new,
            ProofId.class, ProofId::new,
            ProposalId.class, ProposalId::new,
            FrameworkId.class, FrameworkId::new);

    @InitBinder
    void bind(WebDataBinder binder) {
        boolean secret = SECRETS.contains(binder.getObjectName());
        binder.registerCustomEditor(String.class, new Text(!secret));
        binder.registerCustomEditor(LocalDate.class, new Day());
        for (var truth : List.of(boolean.class, Boolean.class)) binder.registerCustomEditor(truth, new Truth());
        for (var whole : List.of(int.class, Integer.class)) binder.registerCustomEditor(whole, new Whole(true));
        for (var whole : List.of(long.class, Long.class)) binder.registerCustomEditor(whole, new Whole(false));
        binder.registerCustomEditor(Version.class, new Numbered(Version::seen));
        IDS.forEach((id, of) -> binder.registerCustomEditor(id, new Numbered(of)));
        Codes.KINDS.forEach((kind, of) -> binder.registerCustomEditor(kind, new Named(of)));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Listed());
    }

    /** One of a closed list, named by its code in an address; a code that there is not leads nowhere. */
    private static final class Listed implements ConverterFactory<String, Coded> {
        @Override
        public <T extends Coded> Converter<String, T> getConverter(Class<T> type) {
            return code -> Coded.find(type, code).orElseThrow(() -> new IllegalArgumentException("no such code"));
        }
    }

    /** Folded as tables and programs' bodies are; a secret is nothing but the signs that were typed. */
    private static final class Text extends PropertyEditorSupport {
        private final boolean folded;

        Text(boolean folded) {
            this.folded = folded;
        }

        @Override
        public void setAsText(String text) {
            if (!Folding.writable(text)) throw new IllegalArgumentException("a character that is none");
            setValue(folded ? Folding.text(text) : text);
        }
    }

    /** 2020-09-10. */
    private static final class Day extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            try {
                var word = Folding.word(text);
                if (!Folding.writable(text) || !word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                    throw new IllegalArgumentException("no day");
                setValue(LocalDate.parse(word));
            } catch (DateTimeException none) {
                throw new IllegalArgumentException("no such day", none);
            }
        }
    }

    /** A box, or a choice of two. The editor that Spring brings takes off whatever is no sign, also what nothing can keep. */
    private static final class Truth extends PropertyEditorSupport {
        private static final Set<String> YES = Set.of("true", "on", "yes", "1");
        private static final Set<String> NO = Set.of("false", "off", "no", "0");

        @Override
        public void setAsText(String text) {
            var word = Folding.word(text);
            if (!Folding.writable(text) || !YES.contains(word) && !NO.contains(word))
                throw new IllegalArgumentException("neither yes nor no");
            setValue(YES.contains(word));
        }
    }

    /** Digits, with a minus at most. The editor that Spring brings takes 1 2 as twelve and 0x1F as 31. */
    private static final class Whole extends PropertyEditorSupport {
        private final boolean small;

        Whole(boolean small) {
            this.small = small;
        }

        @Override
        public void setAsText(String text) {
            var word = Folding.word(text);
            if (!Folding.writable(text) || !word.matches("-?[0-9]{1,19}"))
                throw new IllegalArgumentException("no whole number");
            Object whole = small ? (Object) Integer.valueOf(word) : (Object) Long.valueOf(word);
            setValue(whole);
        }
    }

    /** The number of a row or a version: digits alone. */
    private static final class Numbered extends PropertyEditorSupport {
        private final LongFunction<?> of;

        Numbered(LongFunction<?> of) {
            this.of = of;
        }

        @Override
        public void setAsText(String text) {
            var word = Folding.word(text);
            if (!Folding.writable(text) || !word.matches("[0-9]{1,18}"))
                throw new IllegalArgumentException("no number");
            setValue(of.apply(Long.parseLong(word)));
        }
    }

    /** The code of something; an empty field names nothing. */
    private static final class Named extends PropertyEditorSupport {
        private final Function<String, ? extends Code> of;

        Named(Function<String, ? extends Code> of) {
            this.of = of;
        }

        @Override
        public void setAsText(String text) {
            if (!Folding.writable(text)) throw new IllegalArgumentException("a character that is none");
            var word = Folding.word(text);
            setValue(word.isEmpty() ? null : of.apply(word));
        }
    }
}

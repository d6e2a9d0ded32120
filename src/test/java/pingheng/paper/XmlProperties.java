package pingheng.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class XmlProperties {
    /** Characters that XML 1.0 cannot hold, and the carriage return, which would be read as a line feed. */
    private static final String NONE = "[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF\\p{Cs}]";

    @Property
    void wordsAreReadBackAsTheyWereWritten(@ForAll String words) throws Exception {
        assertThat(read(words)).isEqualTo(words.replaceAll(NONE, "□"));
    }

    @Test
    void soAreThoseThatLookLikeXml() throws Exception {
        for (var words : new String[] {"</a>", "<!-- x -->", "]]>", "&amp;&#13;&lt;", "\"'", "\t \n", "\ud840\udc00"})
            assertThat(read(words)).isEqualTo(words);
        assertThat(read("\ud840\r\u0000\uffff")).as("none of them").isEqualTo("□□□□");
    }

    private static String read(String words) throws Exception {
        var source = new InputSource(new StringReader(Xml.element("a b='c'", Xml.text(words))));
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(source)
                .getDocumentElement()
                .getTextContent();
    }
}

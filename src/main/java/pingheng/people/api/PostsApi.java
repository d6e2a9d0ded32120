package pingheng.people.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.people.People;
import pingheng.people.Visitor;
import pingheng.problem.Sentence;
import pingheng.value.BodyId;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

@RestController
@Tag(name = "岗位 Posts")
class PostsApi {
    private final People people;

    PostsApi(People people) {
        this.people = people;
    }

    /** A post the visitor holds; {@code acting} is the one this request was made on. */
    record Held(PostId id, String title, Sentence role, BodyId body, String of, UnitCode unit, boolean acting) {}

    @GetMapping("/api/v1/posts")
    @Operation(
            summary =
                    "本人的岗位；多于一个时用请求头 Pingheng-Post 指明 · One's posts; with several, the header Pingheng-Post names one")
    List<Held> posts(Visitor visitor) {
        return people.held(visitor.login()).stream()
                .map(post -> new Held(
                        post.id(),
                        post.title(),
                        post.role().title(),
                        post.body().id(),
                        post.body().name(),
                        post.body().division(),
                        post.id().equals(visitor.post().id())))
                .toList();
    }
}

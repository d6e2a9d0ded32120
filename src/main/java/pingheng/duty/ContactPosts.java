package pingheng.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.people.Holder;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.value.BodyId;
import pingheng.value.PostId;

/** The contact posts of a unit's bodies and who holds them today: a duty belongs to the post, whoever holds it. */
record ContactPosts(List<Post> posts, List<Holder> holders) {
    static ContactPosts of(People people, Unit unit) {
        return new ContactPosts(
                people.posts(unit.code()).stream()
                        .filter(post -> post.role() == Role.CONTACT)
                        .toList(),
                people.holders(unit.code()));
    }

    /** The post that the named person holds in the body, otherwise its first; none when it has none. */
    @Nullable
    PostId post(BodyId body, String name) {
        var own = of(body);
        return own.stream()
                .filter(post -> !name.isEmpty() && names(post).contains(name))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(Post::id)
                .orElse(null);
    }

    /** Who holds the contact posts of a body; nobody when it cannot be reached. */
    List<String> names(BodyId body) {
        return of(body).stream()
                .flatMap(post -> names(post).stream())
                .distinct()
                .toList();
    }

    private List<Post> of(BodyId body) {
        return posts.stream().filter(post -> post.body().id().equals(body)).toList();
    }

    private List<String> names(Post post) {
        return holders.stream()
                .filter(holder -> holder.post().equals(post.id()))
                .map(Holder::name)
                .toList();
    }
}

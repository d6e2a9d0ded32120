package pingheng.people.staff;

import pingheng.people.Body;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.value.Login;
import pingheng.value.PostId;

/** One row of the table of contacts: who is to hold which post of which body. */
public record Contact(Body body, String title, Role role, String name, Login login) {
    /** The post, whether it is there already or not. */
    Post post() {
        return new Post(PostId.NEW, title, role, body);
    }
}

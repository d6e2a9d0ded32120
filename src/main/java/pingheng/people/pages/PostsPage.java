package pingheng.people.pages;

import java.util.List;
import pingheng.page.Page;
import pingheng.people.Post;
import pingheng.people.Visitor;

/** The posts a person holds, to choose the one to act on. */
public record PostsPage(Visitor visitor, List<Post> posts) implements Page {}

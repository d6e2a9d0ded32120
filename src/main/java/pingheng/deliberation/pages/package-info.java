/** The pages of a session: a ballot for each member, and for the province who is there and how far they are. */
@NullMarked
package pingheng.deliberation.pages;

import org.jspecify.annotations.NullMarked;

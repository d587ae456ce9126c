/**
 * Conversations: scripted cases in which the kit plays the peer on the wire and the application on
 * the other side. The records hold what the files say and nothing else; {@code vectors/README.md}
 * tells what each step means. All of them are immutable and may be used by any thread.
 */
@NullMarked
package org.muxado.vectors.conversation;

import org.jspecify.annotations.NullMarked;

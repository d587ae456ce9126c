/** Plays one conversation against one implementation. */
@NullMarked
package org.muxado.tck.player;

import org.jspecify.annotations.NullMarked;

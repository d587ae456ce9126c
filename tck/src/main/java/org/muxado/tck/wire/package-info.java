/** The transports that the kit owns: in memory, with a gate and breaks at any octet. */
@NullMarked
package org.muxado.tck.wire;

import org.jspecify.annotations.NullMarked;

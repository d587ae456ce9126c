/** The clock that stands still until a case advances it. */
@NullMarked
package org.muxado.tck.clock;

import org.jspecify.annotations.NullMarked;

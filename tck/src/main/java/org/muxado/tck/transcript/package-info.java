/** What was seen in a case, in order and without times. */
@NullMarked
package org.muxado.tck.transcript;

import org.jspecify.annotations.NullMarked;

/** Failures that are known and expected, kept in a file beside an implementation. */
@NullMarked
package org.muxado.tck.expect;

import org.jspecify.annotations.NullMarked;

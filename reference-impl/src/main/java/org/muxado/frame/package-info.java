/**
 * Frames and their octets: the one place with bit twiddling (sections 5 to 7 of the specification).
 */
@NullMarked
package org.muxado.frame;

import org.jspecify.annotations.NullMarked;

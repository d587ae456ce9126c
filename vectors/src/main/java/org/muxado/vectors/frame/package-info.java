/** Frame vectors: octets and what they mean, in both directions. Records, immutable. */
@NullMarked
package org.muxado.vectors.frame;

import org.jspecify.annotations.NullMarked;

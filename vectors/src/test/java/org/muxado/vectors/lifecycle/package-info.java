/** Writes one conversation for each outcome of each cell of the lifecycle table. */
@NullMarked
package org.muxado.vectors.lifecycle;

import org.jspecify.annotations.NullMarked;

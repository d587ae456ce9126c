/** Finds what is wrong in vector files, with the place, what was found and what was expected. */
@NullMarked
package org.muxado.vectors.lint;

import org.jspecify.annotations.NullMarked;

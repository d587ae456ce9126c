/** Where to begin: {@link org.muxado.Muxado}. */
@NullMarked
package org.muxado;

import org.jspecify.annotations.NullMarked;

/** Programs that show how the library is used. Each has a {@code main}, and works on loopback. */
@NullMarked
package org.muxado.examples;

import org.jspecify.annotations.NullMarked;

/** Measures the library beside raw TCP and other multiplexers. Nothing else uses it. */
@NullMarked
package org.muxado.bench;

import org.jspecify.annotations.NullMarked;

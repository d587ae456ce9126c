/** What single parts of the library cost, octets allocated included. */
@NullMarked
package org.muxado.bench.jmh;

import org.jspecify.annotations.NullMarked;

/**
 * The muxado conformance kit. {@link org.muxado.tck.spi} is what an implementation provides, {@link
 * org.muxado.tck.junit} and {@link org.muxado.tck.suite} what runs the cases; the other packages
 * serve those two.
 */
@NullMarked
package org.muxado.tck;

import org.jspecify.annotations.NullMarked;

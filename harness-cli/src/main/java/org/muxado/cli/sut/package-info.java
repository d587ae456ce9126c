/** Finds the implementation under test that {@code --sut} names. */
@NullMarked
package org.muxado.cli.sut;

import org.jspecify.annotations.NullMarked;

/** The rules that every frame of every case is held against. */
@NullMarked
package org.muxado.tck.monitor;

import org.jspecify.annotations.NullMarked;

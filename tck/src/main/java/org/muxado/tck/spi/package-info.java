@NullMarked
package org.muxado.tck.spi;

import org.jspecify.annotations.NullMarked;

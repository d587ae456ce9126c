@NullMarked
package org.muxado.tck;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muxado.vectors;

import org.jspecify.annotations.NullMarked;

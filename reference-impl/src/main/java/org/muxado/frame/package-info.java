@NullMarked
package org.muxado.frame;

import org.jspecify.annotations.NullMarked;

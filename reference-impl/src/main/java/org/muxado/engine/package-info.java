@NullMarked
package org.muxado.engine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muxado.spec;

import org.jspecify.annotations.NullMarked;

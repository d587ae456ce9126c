@NullMarked
package org.muxado.transport;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muxado.schedule;

import org.jspecify.annotations.NullMarked;

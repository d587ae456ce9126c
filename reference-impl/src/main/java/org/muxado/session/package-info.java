@NullMarked
package org.muxado.session;

import org.jspecify.annotations.NullMarked;

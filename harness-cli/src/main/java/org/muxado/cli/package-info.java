@NullMarked
package org.muxado.cli;

import org.jspecify.annotations.NullMarked;

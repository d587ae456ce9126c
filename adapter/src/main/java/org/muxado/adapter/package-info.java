@NullMarked
package org.muxado.adapter;

import org.jspecify.annotations.NullMarked;

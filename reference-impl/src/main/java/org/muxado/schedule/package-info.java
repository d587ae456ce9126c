/** Who sends next: knows ids, priorities and nothing else (section 13 of the specification). */
@NullMarked
package org.muxado.schedule;

import org.jspecify.annotations.NullMarked;

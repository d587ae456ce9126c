/** Plants faults in the bundled implementation from outside: on its wire, in its calls. */
@NullMarked
package org.muxado.adapter.faults.planting;

import org.jspecify.annotations.NullMarked;

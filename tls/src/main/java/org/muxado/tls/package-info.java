/**
 * Sessions over TLS. Where to begin: {@link org.muxado.tls.MuxadoTls} and {@link
 * org.muxado.tls.TlsSettings}.
 */
@NullMarked
package org.muxado.tls;

import org.jspecify.annotations.NullMarked;

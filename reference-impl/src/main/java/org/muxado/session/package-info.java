/**
 * Blocking sessions and streams over a transport. Applications use {@link
 * org.muxado.session.Session}, {@link org.muxado.session.Stream}, {@link
 * org.muxado.session.OpenOptions}, {@link org.muxado.session.SessionSettings} with its builder,
 * {@link org.muxado.session.TimeLimits}, and {@link org.muxado.session.MuxadoException} with its
 * subtypes; tests may set a {@link org.muxado.session.SessionClock}.
 *
 * <p>What these tell about failures and ends are values of the engine: {@link
 * org.muxado.engine.RetryVerdict}, {@link org.muxado.engine.EndKind}, {@link
 * org.muxado.engine.Outcome} and {@link org.muxado.engine.Termination}.
 */
@NullMarked
package org.muxado.session;

import org.jspecify.annotations.NullMarked;

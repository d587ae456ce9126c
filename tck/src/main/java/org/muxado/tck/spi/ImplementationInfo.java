package org.muxado.tck.spi;

/**
 * What an implementation says of itself.
 *
 * @param name its name, such as {@code muxado-java}
 * @param version its version, free text
 * @param language the language or runtime that it is written for
 * @param issues where to report faults, a URL or free text; may be empty
 */
public record ImplementationInfo(String name, String version, String language, String issues) {}

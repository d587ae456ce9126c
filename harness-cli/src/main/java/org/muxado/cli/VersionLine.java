package org.muxado.cli;

import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}: the kit's version and the Java that runs it. */
final class VersionLine implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"muxado " + version() + " (Java " + Runtime.version() + ")"};
  }

  /** The version in the jar's manifest. */
  static String version() {
    String version = VersionLine.class.getPackage().getImplementationVersion();
    return version == null ? "of a development tree" : version;
  }
}

package org.muxado.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.exit.UserException;
import org.muxado.cli.octets.FrameListing;
import org.muxado.cli.octets.HexInput;
import org.muxado.vectors.source.FormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muxado decode}: shows octets as frames. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = "Shows octets as frames, with offsets and what is wrong with them.",
    footer = {
      "",
      "Before a fault, '!' says that a receiver must refuse the frame with a session",
      "error, '~' that it goes on. The exit code is 1 after a '!' or a frame cut short.",
      "After ten frames with a '!', no more are shown.",
      "",
      "Example: muxado decode --annotate 0008 06 01 00000003 00000005 0000000a"
    })
final class DecodeCommand implements Callable<Integer> {

  private static final char NOT_UTF_8 = '\uFFFD';

  private final Streams streams;

  @Mixin private OctetOptions options = new OctetOptions();

  @Option(
      names = {"-a", "--annotate"},
      description = "Show each field of each frame.")
  private boolean isAnnotated;

  @Parameters(
      paramLabel = "HEX",
      description = "The octets in hex. Without HEX and FILE, hex is read from standard input.")
  private List<String> hex = List.of();

  DecodeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    byte[] octets = octets();
    if (octets.length == 0) {
      throw new UserException("there are no octets to decode");
    }
    boolean isLegal = new FrameListing(streams.text(), isAnnotated).print(octets);
    return (isLegal ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT).number();
  }

  private byte[] octets() {
    if (!hex.isEmpty()) {
      return argumentOctets();
    }
    InputText input = options.read(streams);
    return options.isBinary() ? input.octets() : hexOctets(input);
  }

  private static byte[] hexOctets(InputText input) {
    String text = new String(input.octets(), StandardCharsets.UTF_8);
    try {
      return HexInput.parse(input.name(), text);
    } catch (FormatException e) {
      throw isText(text) ? e : new UserException(e.getMessage() + " (use -b for octets?)");
    }
  }

  private static boolean isText(String text) {
    return text.chars()
        .noneMatch(
            c -> c == NOT_UTF_8 || (Character.isISOControl(c) && !Character.isWhitespace(c)));
  }

  private byte[] argumentOctets() {
    if (options.hasFile() || options.isBinary()) {
      throw new UserException("HEX cannot be combined with --file or --binary");
    }
    try {
      return HexInput.parse("HEX", String.join(" ", hex));
    } catch (FormatException e) {
      throw hex.size() == 1 && isFile(hex.get(0)) ? meantFile(hex.get(0)) : e;
    }
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static UserException meantFile(String name) {
    return new UserException("HEX is no hex but names a file: to read it, give --file " + name);
  }
}

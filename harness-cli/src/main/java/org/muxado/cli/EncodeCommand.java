package org.muxado.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.exit.UserException;
import org.muxado.cli.octets.FrameEncoder;
import org.muxado.vectors.conversation.SendItem;
import org.muxado.vectors.conversation.SendReader;
import org.muxado.vectors.source.YamlSource;
import org.muxado.vectors.wire.WireFrame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muxado encode}: writes frames, legal or not, as octets. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    description = "Writes frames as octets, legal or not.",
    footer = {
      "",
      "A frame is written as in the send steps of conversations (vectors/README.md):",
      "SYN, DATA, RST, WNDINC, PRI, GOAWAY, FRAME or bytes, with reserved, extra-flags,",
      "declared-length, omit-payload and explicit-zero to make it odd. Several frames",
      "are a list.",
      "",
      "Example: muxado encode 'SYN: {stream: 3, priority: 5}' 'RST: {stream: 3, code: CANCEL}'"
    })
final class EncodeCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin private OctetOptions options = new OctetOptions();

  @Parameters(
      paramLabel = "FRAME",
      description = "A frame in YAML. Without FRAME and FILE, standard input is read.")
  private List<String> frames = List.of();

  EncodeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    FrameEncoder encoder = new FrameEncoder();
    List<byte[]> encoded = new ArrayList<>();
    for (SendItem item : items()) {
      encoded.addAll(encoder.encode(item));
    }
    encoded.forEach(options.isBinary() ? this::writeOctets : this::writeHex);
    streams.text().flush();
    return ExitCode.CONFORMANT.number();
  }

  private List<SendItem> items() {
    if (frames.isEmpty()) {
      InputText input = options.read(streams);
      return items(input.name(), new String(input.octets(), StandardCharsets.UTF_8));
    }
    if (options.hasFile()) {
      throw new UserException("FRAME cannot be combined with --file");
    }
    List<SendItem> items = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      items.addAll(items("FRAME " + (i + 1), frames.get(i)));
    }
    return items;
  }

  private static List<SendItem> items(String name, String yaml) {
    return SendReader.read(YamlSource.parse(name, yaml));
  }

  private void writeOctets(byte[] octets) {
    try {
      streams.out().write(octets);
      streams.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException("standard output cannot be written", e);
    }
  }

  /** As the vectors write it: the header's fields apart, then the payload. */
  private void writeHex(byte[] octets) {
    HexFormat hex = HexFormat.of();
    if (octets.length < WireFrame.HEADER_OCTETS) {
      streams.text().println(hex.formatHex(octets));
      return;
    }
    String header =
        "%s %s %s %s"
            .formatted(
                hex.formatHex(octets, 0, 2),
                hex.formatHex(octets, 2, 3),
                hex.formatHex(octets, 3, 4),
                hex.formatHex(octets, 4, 8));
    String payload = hex.formatHex(octets, WireFrame.HEADER_OCTETS, octets.length);
    streams.text().println(payload.isEmpty() ? header : header + "  " + payload);
  }
}

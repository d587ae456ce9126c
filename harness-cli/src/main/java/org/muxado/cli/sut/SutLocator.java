package org.muxado.cli.sut;

import java.io.Closeable;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.exit.UserException;
import org.muxado.tck.external.ExternalImplementation;
import org.muxado.tck.player.StackText;
import org.muxado.tck.spi.Implementation;

/**
 * Finds an implementation by the ways of {@code --sut}:
 *
 * <pre>
 *   bundled           the library of this project
 *   cmd:COMMAND LINE  a program that speaks the control protocol
 *   class:NAME        an adapter class on the class path
 *   PATH              a jar, or a folder of classes, that names its adapter as a service
 * </pre>
 */
public final class SutLocator {

  private static final String BUNDLED = "org.muxado.adapter.BundledImplementation";
  private static final Closeable NOTHING = () -> {};

  private final String classPath;

  /**
   * Makes a locator.
   *
   * @param classPath jars and folders of classes, separated as the platform does it; may be empty
   */
  public SutLocator(String classPath) {
    this.classPath = classPath;
  }

  /**
   * Finds an implementation. Programs are not started yet.
   *
   * @throws UserException if there is no such implementation, or its adapter cannot be made
   */
  public Sut locate(String name) {
    if (name.equals("bundled")) {
      return new Sut(name, instance(BUNDLED, SutLocator.class.getClassLoader()), NOTHING);
    } else if (name.startsWith("cmd:")) {
      ExternalImplementation external = external(name);
      return new Sut(name, external, external::close);
    } else if (name.startsWith("class:")) {
      URLClassLoader loader = loader(classPathEntries());
      return new Sut(name, instance(name.substring("class:".length()), loader), loader);
    }
    return inJar(name);
  }

  private static ExternalImplementation external(String name) {
    try {
      return ExternalImplementation.of(name);
    } catch (IllegalArgumentException e) {
      throw new UserException("--sut " + name + ": " + e.getMessage());
    }
  }

  private Sut inJar(String name) {
    String missing = " (nor is it bundled, class:NAME or cmd:COMMAND)";
    List<Path> entries = new ArrayList<>(List.of(existing("--sut " + name, name, missing)));
    entries.addAll(classPathEntries());
    URLClassLoader loader = loader(entries);
    List<String> found = new ArrayList<>(services(name, loader));
    found.removeAll(services(name, SutLocator.class.getClassLoader()));
    if (found.size() != 1) {
      throw new UserException(
          "%s names %s as services for %s, expected one"
              .formatted(name, list(found), Implementation.class.getName()));
    }
    return new Sut(name, instance(found.get(0), loader), loader);
  }

  private static List<String> services(String name, ClassLoader loader) {
    try {
      return ServiceLoader.load(Implementation.class, loader).stream()
          .map(provider -> provider.type().getName())
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new UserException(name + ": " + e.getMessage());
    } catch (LinkageError e) {
      throw new UserException(name + ": " + reason(e));
    }
  }

  private static String list(List<String> found) {
    return found.isEmpty() ? "no class" : String.join(" and ", found);
  }

  private static Implementation instance(String className, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, true, loader);
      return type.asSubclass(Implementation.class).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw new UserException(
          "no class " + className + " is on the class path: add its jar with --classpath");
    } catch (ClassCastException e) {
      String expected = Implementation.class.getName();
      throw new UserException("class " + className + " does not implement " + expected);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new UserException(
          ExitCode.IMPLEMENTATION_UNUSABLE, "no " + className + " can be made: " + reason(e));
    }
  }

  private static String reason(Throwable e) {
    Throwable thrown =
        e instanceof InvocationTargetException wrapper ? wrapper.getTargetException() : e;
    return StackText.missingClass(thrown).orElseGet(thrown::toString);
  }

  private List<Path> classPathEntries() {
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        entries.add(existing("--classpath " + entry, entry, ""));
      }
    }
    return entries;
  }

  private static Path existing(String option, String name, String missing) {
    try {
      Path path = Path.of(name);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new UserException(option + " is not a path: " + e.getReason());
    }
    throw new UserException(option + ": there is no such file or folder" + missing);
  }

  private static URLClassLoader loader(List<Path> entries) {
    URL[] urls = entries.stream().map(SutLocator::url).toArray(URL[]::new);
    return new URLClassLoader(urls, SutLocator.class.getClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UserException(path + " cannot be part of a class path");
    }
  }
}

package org.muxado.spec;

/** Whether a frame may be sent. */
public enum Permission implements Labelled {
  ALLOWED,
  SHOULD_NOT,
  FORBIDDEN
}

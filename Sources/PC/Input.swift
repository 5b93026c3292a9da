public import Chips

/// Something that reaches the machine from outside. Each has its tick on the timeline: the same inputs
/// at the same ticks give the same run.
public enum Input: Codable, Equatable, Sendable {
  /// A key of the PS/2 keyboard.
  case key(Key, isDown: Bool)
  /// The PS/2 mouse: movement in counts (right and down positive), wheel steps (away from the user
  /// positive) and the buttons that are down (bit 0 left, 1 right, 2 middle).
  case mouse(right: Int, down: Int, wheel: Int, buttons: UInt8)
  /// Text to be typed on the keyboard, at a pace that guests can follow; see ``Typist``.
  case typing([KeyStroke])
  /// Bytes that arrive on COM1, as fast as the guest takes them.
  case serial([UInt8])
  /// Changes what lies in a floppy drive (0 is A:); nil takes it out.
  case floppy(drive: Int, MediumSource?)
  /// Changes the disc in an ATAPI drive (its position among the four ATA devices).
  case disc(position: Int, MediumSource?)
  /// The reset button.
  case reset
  /// Something asked of whoever watches the run; the machine takes no notice.
  case request(ObserverRequest)
}

/// What can be asked of a ``SliceObserver``.
public enum ObserverRequest: String, Codable, Sendable {
  /// The laboratory's next engine.
  case nextEngine
}

import CSDL2
import Chips
import PC

/// The host's keyboard as the guest's: what is pressed goes in, what is held is let go when the window
/// loses it, and a few chords are kept for the window itself.
struct Keyboard {
  /// What a chord with Ctrl and Alt asks of the window: G, F, S and V; in the laboratory L and E, too.
  enum Command {
    case toggleMouse, toggleFullscreen, screenshot, paste, toggleOverlay, nextEngine
  }

  private let mailbox: Mailbox
  private let hasOverlay: Bool
  private var held: Set<Key> = []
  /// Letters of chords whose release is not for the guest either.
  private var swallowed: Set<UInt32> = []

  /// - Parameter hasOverlay: whether L and E are the window's.
  init(_ mailbox: Mailbox, hasOverlay: Bool) {
    self.mailbox = mailbox
    self.hasOverlay = hasOverlay
  }

  /// Passes a key on, or returns what it asks of the window.
  mutating func handle(_ event: SDL_KeyboardEvent) -> Command? {
    let scancode = event.keysym.scancode
    if event.type == SDL_KEYDOWN.rawValue {
      // The guest's keyboard repeats by itself.
      guard event.repeat == 0 else { return nil }
      if let command = command(scancode) {
        swallowed.insert(scancode.rawValue)
        return command
      }
      if let key = KeyMap.key(scancode), held.insert(key).inserted {
        mailbox.post(.key(key, isDown: true))
      }
    } else if swallowed.remove(scancode.rawValue) == nil, let key = KeyMap.key(scancode),
      held.remove(key) != nil
    {
      mailbox.post(.key(key, isDown: false))
    }
    return nil
  }

  /// Lets go of everything: the window has lost the keyboard.
  mutating func releaseAll() {
    for key in held.sorted(by: { $0.rawValue < $1.rawValue }) {
      mailbox.post(.key(key, isDown: false))
    }
    held = []
    swallowed = []
  }

  private func command(_ scancode: SDL_Scancode) -> Command? {
    guard held.contains(.leftControl) || held.contains(.rightControl),
      held.contains(.leftAlt) || held.contains(.rightAlt)
    else { return nil }
    switch scancode {
    case SDL_SCANCODE_G: return .toggleMouse
    case SDL_SCANCODE_F: return .toggleFullscreen
    case SDL_SCANCODE_S: return .screenshot
    case SDL_SCANCODE_V: return .paste
    case SDL_SCANCODE_L where hasOverlay: return .toggleOverlay
    case SDL_SCANCODE_E where hasOverlay: return .nextEngine
    default: return nil
    }
  }
}

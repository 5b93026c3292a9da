import CSDL2
import PC

/// The host's mouse as the guest's: captured, it moves the guest's and no other.
struct Pointer {
  private let mailbox: Mailbox
  private(set) var isCaptured = false
  private var buttons: UInt8 = 0
  private var right = 0
  private var down = 0
  private var wheel = 0

  init(_ mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  mutating func setCaptured(_ captured: Bool, window: OpaquePointer) {
    guard captured != isCaptured else { return }
    isCaptured = captured
    SDL_SetRelativeMouseMode(captured ? SDL_TRUE : SDL_FALSE)
    SDL_SetWindowGrab(window, captured ? SDL_TRUE : SDL_FALSE)
    guard !captured else { return }
    right = 0
    down = 0
    wheel = 0
    guard buttons != 0 else { return }
    buttons = 0
    mailbox.post(.mouse(right: 0, down: 0, wheel: 0, buttons: 0))
  }

  mutating func move(_ event: SDL_MouseMotionEvent) {
    guard isCaptured else { return }
    right += Int(event.xrel)
    down += Int(event.yrel)
  }

  mutating func turn(_ event: SDL_MouseWheelEvent) {
    guard isCaptured else { return }
    wheel -= Int(event.y)
  }

  /// A button went down or up.
  mutating func press(_ event: SDL_MouseButtonEvent) {
    let bit: UInt8
    switch Int32(event.button) {
    case SDL_BUTTON_LEFT: bit = 1
    case SDL_BUTTON_RIGHT: bit = 2
    case SDL_BUTTON_MIDDLE: bit = 4
    default: return
    }
    // Movement before the click happens before the click.
    flush()
    let former = buttons
    buttons = event.state == SDL_PRESSED ? buttons | bit : buttons & ~bit
    // The release of the click that captured the mouse is not the guest's.
    guard buttons != former else { return }
    mailbox.post(.mouse(right: 0, down: 0, wheel: 0, buttons: buttons))
  }

  /// Sends what has been moved since the last call.
  mutating func flush() {
    guard right != 0 || down != 0 || wheel != 0 else { return }
    mailbox.post(.mouse(right: right, down: down, wheel: wheel, buttons: buttons))
    right = 0
    down = 0
    wheel = 0
  }
}

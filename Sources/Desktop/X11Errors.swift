import CSDL2
import Foundation

/// Under X11 another program can destroy our window. Xlib's answer to the errors that follow is to end
/// the process on the spot; ours is an `SDL_USEREVENT`, so that the window can close in good order.
enum X11Errors {
  private typealias Handler =
    @convention(c) (_ display: OpaquePointer?, _ event: UnsafeRawPointer?) -> Int32
  private typealias SetHandler = @convention(c) (Handler?) -> OpaquePointer?

  /// Tells Xlib, if SDL has loaded it.
  static func reportInsteadOfExit() {
    guard let library = dlopen("libX11.so.6", RTLD_LAZY | RTLD_NOLOAD),
      let symbol = dlsym(library, "XSetErrorHandler")
    else { return }
    let setHandler = unsafeBitCast(symbol, to: SetHandler.self)
    _ = setHandler { _, event in
      // `error_code` in `XErrorEvent` follows an int, a pointer and two longs.
      let (badWindow, badDrawable): (UInt8, UInt8) = (3, 9)
      let code = event?.load(fromByteOffset: 4 * MemoryLayout<Int>.size, as: UInt8.self)
      guard code == badWindow || code == badDrawable else { return 0 }
      var lost = SDL_Event()
      lost.type = SDL_USEREVENT.rawValue
      SDL_PushEvent(&lost)
      return 0
    }
  }
}

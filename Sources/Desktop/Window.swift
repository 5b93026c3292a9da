import CSDL2
public import Chips
import Foundation
public import PC

/// The machine's window: picture, keyboard, mouse and sound.
///
/// Everything here happens on the thread that made it, which must be the process's first, as SDL and
/// the window systems want it. The machine runs on its own; they meet in the ``Session``.
public final class Window {
  /// What the window asks of whoever opened it. Each returns a line for the title.
  public struct Requests {
    /// Keep this picture.
    public var screenshot: (Frame) -> String
    /// A file was dropped on the window.
    public var drop: (_ path: String) -> String

    public init(screenshot: @escaping (Frame) -> String, drop: @escaping (String) -> String) {
      self.screenshot = screenshot
      self.drop = drop
    }
  }

  private let session: Session
  private let name: String
  private let requests: Requests
  private let window: OpaquePointer
  private let screen: Screen
  private let sound: Sound?
  private var keyboard: Keyboard
  private var pointer: Pointer

  private var frame: Frame?
  private var frameNumber: UInt64 = 0
  /// The window shows something older than ``frame``, or nothing of it.
  private var needsDrawing = true
  private var hasLostContents = true
  private var isClosing = false
  /// Somebody else has destroyed the window.
  private var isLost = false
  private var overlay: Overlay?
  private var notice: (text: String, until: UInt64)?
  private var shownTitle = ""

  /// The longest that the window sleeps: one frame of the guest.
  private static let frameMilliseconds: Int32 = 14
  private static let noticeMilliseconds: UInt64 = 4000

  /// Opens the window.
  /// - Parameters:
  ///   - session: the machine's run; started or yet to be started with published frames.
  ///   - name: what the title begins with.
  ///   - hasOverlay: whether the run has something to say over the picture (``Session/Annotation``).
  /// - Throws: ``ConfigurationError`` of kind `display` where no window can be had.
  public init(
    _ session: Session, name: String, requests: Requests, hasOverlay: Bool = false
  ) throws(ConfigurationError) {
    self.session = session
    self.name = name
    self.requests = requests
    // The command has its own idea of what a signal means.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1")
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0")
    // See ``Screen``: the window's pixels are ours, in shared memory.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0")
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1")
    if let drivers = Self.videoDrivers() { SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers) }
    guard SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 else { throw Self.displayError() }
    SDL_EnableScreenSaver()
    let size = Self.initialSize()
    guard
      let window = SDL_CreateWindow(
        name, Self.centered, Self.centered, size.width, size.height,
        SDL_WINDOW_RESIZABLE.rawValue | SDL_WINDOW_ALLOW_HIGHDPI.rawValue)
    else {
      let error = Self.displayError()
      SDL_QuitSubSystem(SDL_INIT_VIDEO)
      throw error
    }
    self.window = window
    X11Errors.reportInsteadOfExit()
    SDL_SetWindowMinimumSize(window, 320, 240)
    SDL_EventState(SDL_DROPFILE.rawValue, SDL_ENABLE)
    SDL_StopTextInput()
    screen = Screen(window)
    sound = Sound()
    keyboard = Keyboard(session.mailbox, hasOverlay: hasOverlay)
    pointer = Pointer(session.mailbox)
  }

  deinit {
    // Destroying it again would be an error that SDL no longer lets us handle.
    guard !isLost else { return }
    SDL_DestroyWindow(window)
    SDL_QuitSubSystem(SDL_INIT_VIDEO)
  }

  /// What rate of samples the session is to be started with; nil where there is no sound.
  public var sampleRate: Int? { sound == nil ? nil : Sound.sampleRate }

  // MARK: Opening

  /// The window systems that the environment names; nil leaves the choice to SDL_VIDEODRIVER. Left
  /// to itself, SDL would end with a driver that draws where nobody looks.
  private static func videoDrivers() -> String? {
    let environment = ProcessInfo.processInfo.environment
    guard environment["SDL_VIDEODRIVER"]?.isEmpty ?? true else { return nil }
    let named = [("DISPLAY", "x11"), ("WAYLAND_DISPLAY", "wayland")].filter {
      !(environment[$0.0]?.isEmpty ?? true)
    }
    return named.isEmpty ? "x11,wayland" : named.map(\.1).joined(separator: ",")
  }

  /// SDL_WINDOWPOS_CENTERED, a macro that does not cross into Swift.
  private static let centered: Int32 = 0x2FFF_0000

  /// 4:3, as large as fits the display well.
  private static func initialSize() -> (width: Int32, height: Int32) {
    var usable = SDL_Rect()
    guard SDL_GetDisplayUsableBounds(0, &usable) == 0 else { return (960, 720) }
    let sizes: [(Int32, Int32)] = [(1280, 960), (960, 720), (800, 600)]
    for (width, height) in sizes where width < usable.w * 9 / 10 && height < usable.h * 9 / 10 {
      return (width, height)
    }
    return (640, 480)
  }

  private static func displayError() -> ConfigurationError {
    let reason = String(cString: SDL_GetError())
    let display = ProcessInfo.processInfo.environment["DISPLAY"].map { "display \($0): " } ?? ""
    return ConfigurationError(
      .display, "window", cause: "it cannot be opened (\(display)\(reason))",
      mend: "use --serial for a terminal, or -display none")
  }

  // MARK: Running

  /// Shows the machine until its run has ended.
  ///
  /// Closing the window asks the session to end; the window goes when the machine has written what it
  /// has promised its guest to write.
  public func run() -> Session.Ending {
    while true {
      if let ending = session.ending { return ending }
      handleEvents()
      takeFrame()
      takeAnnotation()
      if let sound { sound.play(session.takeSound()) }
      if needsDrawing && !isLost {
        screen.show(overlay?.drawn(on: frame) ?? frame, everything: hasLostContents)
        needsDrawing = false
        hasLostContents = false
      }
      updateTitle()
    }
  }

  private func takeFrame() {
    guard let newer = session.frame(after: frameNumber) else { return }
    frameNumber = newer.number
    frame = newer.frame
    needsDrawing = true
  }

  private func takeAnnotation() {
    guard overlay != nil else { return }
    let annotation = session.status.annotation
    if overlay?.update(annotation, now: SDL_GetTicks64()) == true { needsDrawing = true }
  }

  // MARK: Events

  /// Sleeps until something happens, a frame's time at most, and deals with all that has happened.
  private func handleEvents() {
    var event = SDL_Event()
    guard SDL_WaitEventTimeout(&event, Self.frameMilliseconds) != 0 else { return }
    repeat { handle(event) } while SDL_PollEvent(&event) != 0
    pointer.flush()
  }

  private func handle(_ event: SDL_Event) {
    switch SDL_EventType(event.type) {
    case SDL_QUIT: close()
    case SDL_USEREVENT:
      isLost = true
      close()
    case SDL_WINDOWEVENT: handle(event.window)
    case SDL_KEYDOWN, SDL_KEYUP:
      if let command = keyboard.handle(event.key) { obey(command) }
    case SDL_MOUSEMOTION: pointer.move(event.motion)
    case SDL_MOUSEWHEEL: pointer.turn(event.wheel)
    case SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP: click(event.button)
    case SDL_DROPFILE:
      guard let path = event.drop.file else { return }
      tell(requests.drop(String(cString: path)))
      SDL_free(path)
    default: break
    }
  }

  private func handle(_ event: SDL_WindowEvent) {
    switch SDL_WindowEventID(UInt32(event.event)) {
    case SDL_WINDOWEVENT_CLOSE: close()
    case SDL_WINDOWEVENT_EXPOSED, SDL_WINDOWEVENT_SIZE_CHANGED, SDL_WINDOWEVENT_RESTORED:
      needsDrawing = true
      hasLostContents = true
    case SDL_WINDOWEVENT_FOCUS_LOST:
      keyboard.releaseAll()
      pointer.setCaptured(false, window: window)
    default: break
    }
  }

  /// The first click captures the mouse and is not the guest's.
  private func click(_ event: SDL_MouseButtonEvent) {
    if pointer.isCaptured {
      pointer.press(event)
    } else if event.state == SDL_PRESSED && Int32(event.button) == SDL_BUTTON_LEFT {
      pointer.setCaptured(true, window: window)
    }
  }

  private func obey(_ command: Keyboard.Command) {
    switch command {
    case .toggleMouse: pointer.setCaptured(!pointer.isCaptured, window: window)
    case .toggleFullscreen:
      let isFullscreen = SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN.rawValue != 0
      SDL_SetWindowFullscreen(window, isFullscreen ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue)
    case .screenshot:
      tell(frame.map(requests.screenshot) ?? "there is no picture yet")
    case .paste: paste()
    case .toggleOverlay:
      overlay = overlay == nil ? Overlay() : nil
      session.setAnnotated(overlay != nil)
      needsDrawing = true
    case .nextEngine: session.mailbox.post(.request(.nextEngine))
    }
  }

  /// Types the clipboard's text, once the chord's own keys have been let go.
  private func paste() {
    guard SDL_HasClipboardText() == SDL_TRUE, let text = SDL_GetClipboardText() else {
      return tell("the clipboard holds no text")
    }
    defer { SDL_free(text) }
    keyboard.releaseAll()
    let strokes = KeyStroke.strokes(for: String(cString: text))
    session.mailbox.post(.typing(strokes))
    tell("pasting \(strokes.count) keys")
  }

  private func close() {
    guard !isClosing else { return }
    isClosing = true
    if !isLost { pointer.setCaptured(false, window: window) }
    session.mailbox.requestStop(.user)
  }

  // MARK: The title

  private func tell(_ text: String) {
    notice = (text, SDL_GetTicks64() + Self.noticeMilliseconds)
  }

  private func updateTitle() {
    guard !isLost else { return }
    if let until = notice?.until, SDL_GetTicks64() >= until { notice = nil }
    let speed = "\(Int((session.status.speed * 100).rounded())) %"
    let mouse = pointer.isCaptured ? "Ctrl-Alt-G releases" : "click or Ctrl-Alt-G captures"
    let parts = [name, isClosing ? "closing" : speed, "\(mouse) the mouse", notice?.text]
    let title = parts.compactMap(\.self).joined(separator: " - ")
    guard title != shownTitle else { return }
    shownTitle = title
    SDL_SetWindowTitle(window, title)
  }
}

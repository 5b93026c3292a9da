import CSDL2
import Chips

/// Which key of the PC keyboard a host key is: by its place on the keyboard, not by what its cap says,
/// so that the guest's own layout decides what it types.
package enum KeyMap {
  package static func key(_ scancode: SDL_Scancode) -> Key? {
    keys[scancode.rawValue]
  }

  // swift-format-ignore
  private static let keys: [UInt32: Key] = Dictionary(uniqueKeysWithValues: [
    (SDL_SCANCODE_ESCAPE, Key.escape),
    (SDL_SCANCODE_F1, .f1), (SDL_SCANCODE_F2, .f2), (SDL_SCANCODE_F3, .f3), (SDL_SCANCODE_F4, .f4),
    (SDL_SCANCODE_F5, .f5), (SDL_SCANCODE_F6, .f6), (SDL_SCANCODE_F7, .f7), (SDL_SCANCODE_F8, .f8),
    (SDL_SCANCODE_F9, .f9), (SDL_SCANCODE_F10, .f10), (SDL_SCANCODE_F11, .f11), (SDL_SCANCODE_F12, .f12),
    (SDL_SCANCODE_PRINTSCREEN, .printScreen), (SDL_SCANCODE_SCROLLLOCK, .scrollLock), (SDL_SCANCODE_PAUSE, .pause),

    (SDL_SCANCODE_GRAVE, .grave),
    (SDL_SCANCODE_1, .digit1), (SDL_SCANCODE_2, .digit2), (SDL_SCANCODE_3, .digit3), (SDL_SCANCODE_4, .digit4),
    (SDL_SCANCODE_5, .digit5), (SDL_SCANCODE_6, .digit6), (SDL_SCANCODE_7, .digit7), (SDL_SCANCODE_8, .digit8),
    (SDL_SCANCODE_9, .digit9), (SDL_SCANCODE_0, .digit0),
    (SDL_SCANCODE_MINUS, .minus), (SDL_SCANCODE_EQUALS, .equal), (SDL_SCANCODE_BACKSPACE, .backspace),

    (SDL_SCANCODE_TAB, .tab),
    (SDL_SCANCODE_Q, .q), (SDL_SCANCODE_W, .w), (SDL_SCANCODE_E, .e), (SDL_SCANCODE_R, .r), (SDL_SCANCODE_T, .t),
    (SDL_SCANCODE_Y, .y), (SDL_SCANCODE_U, .u), (SDL_SCANCODE_I, .i), (SDL_SCANCODE_O, .o), (SDL_SCANCODE_P, .p),
    (SDL_SCANCODE_LEFTBRACKET, .leftBracket), (SDL_SCANCODE_RIGHTBRACKET, .rightBracket),
    (SDL_SCANCODE_BACKSLASH, .backslash), (SDL_SCANCODE_NONUSHASH, .backslash),

    (SDL_SCANCODE_CAPSLOCK, .capsLock),
    (SDL_SCANCODE_A, .a), (SDL_SCANCODE_S, .s), (SDL_SCANCODE_D, .d), (SDL_SCANCODE_F, .f), (SDL_SCANCODE_G, .g),
    (SDL_SCANCODE_H, .h), (SDL_SCANCODE_J, .j), (SDL_SCANCODE_K, .k), (SDL_SCANCODE_L, .l),
    (SDL_SCANCODE_SEMICOLON, .semicolon), (SDL_SCANCODE_APOSTROPHE, .apostrophe), (SDL_SCANCODE_RETURN, .enter),

    (SDL_SCANCODE_LSHIFT, .leftShift), (SDL_SCANCODE_NONUSBACKSLASH, .international),
    (SDL_SCANCODE_Z, .z), (SDL_SCANCODE_X, .x), (SDL_SCANCODE_C, .c), (SDL_SCANCODE_V, .v), (SDL_SCANCODE_B, .b),
    (SDL_SCANCODE_N, .n), (SDL_SCANCODE_M, .m),
    (SDL_SCANCODE_COMMA, .comma), (SDL_SCANCODE_PERIOD, .period), (SDL_SCANCODE_SLASH, .slash),
    (SDL_SCANCODE_RSHIFT, .rightShift),

    (SDL_SCANCODE_LCTRL, .leftControl), (SDL_SCANCODE_LGUI, .leftWindows), (SDL_SCANCODE_LALT, .leftAlt),
    (SDL_SCANCODE_SPACE, .space),
    (SDL_SCANCODE_RALT, .rightAlt), (SDL_SCANCODE_RGUI, .rightWindows), (SDL_SCANCODE_APPLICATION, .menu),
    (SDL_SCANCODE_RCTRL, .rightControl),

    (SDL_SCANCODE_INSERT, .insert), (SDL_SCANCODE_HOME, .home), (SDL_SCANCODE_PAGEUP, .pageUp),
    (SDL_SCANCODE_DELETE, .delete), (SDL_SCANCODE_END, .end), (SDL_SCANCODE_PAGEDOWN, .pageDown),
    (SDL_SCANCODE_UP, .up), (SDL_SCANCODE_LEFT, .left), (SDL_SCANCODE_DOWN, .down), (SDL_SCANCODE_RIGHT, .right),

    (SDL_SCANCODE_NUMLOCKCLEAR, .numLock), (SDL_SCANCODE_KP_DIVIDE, .keypadDivide),
    (SDL_SCANCODE_KP_MULTIPLY, .keypadMultiply), (SDL_SCANCODE_KP_MINUS, .keypadMinus),
    (SDL_SCANCODE_KP_7, .keypad7), (SDL_SCANCODE_KP_8, .keypad8), (SDL_SCANCODE_KP_9, .keypad9),
    (SDL_SCANCODE_KP_PLUS, .keypadPlus),
    (SDL_SCANCODE_KP_4, .keypad4), (SDL_SCANCODE_KP_5, .keypad5), (SDL_SCANCODE_KP_6, .keypad6),
    (SDL_SCANCODE_KP_1, .keypad1), (SDL_SCANCODE_KP_2, .keypad2), (SDL_SCANCODE_KP_3, .keypad3),
    (SDL_SCANCODE_KP_ENTER, .keypadEnter),
    (SDL_SCANCODE_KP_0, .keypad0), (SDL_SCANCODE_KP_PERIOD, .keypadPeriod),
  ].map { ($0.0.rawValue, $0.1) })
}

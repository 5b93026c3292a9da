// Only debug builds are made for testing from the inside.
#if DEBUG
  import CSDL2
  import Chips
  import Testing

  @testable import Desktop

  struct KeyMapTests {
    @Test func everyKeyOfThePCHasAHostKey() {
      let reached = (0..<UInt32(SDL_NUM_SCANCODES.rawValue)).compactMap {
        KeyMap.key(SDL_Scancode($0))
      }
      #expect(Set(reached) == Set(Key.allCases))
    }

    @Test func placesCountAndNotCaps() {
      #expect(KeyMap.key(SDL_SCANCODE_Q) == .q)
      #expect(KeyMap.key(SDL_SCANCODE_KP_ENTER) == .keypadEnter)
      #expect(KeyMap.key(SDL_SCANCODE_NONUSBACKSLASH) == .international)
      #expect(KeyMap.key(SDL_SCANCODE_F13) == nil)
    }
  }
#endif

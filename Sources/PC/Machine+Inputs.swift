import Chips
import Media

extension Machine {
  /// Lets an input happen in the present tick.
  public func apply(_ input: Input) {
    switch input {
    case .key(let key, isDown: true): board.keyboard.press(key)
    case .key(let key, isDown: false): board.keyboard.release(key)
    case .mouse(let right, let down, let wheel, let buttons):
      board.mouse.move(dx: right, dy: down, wheel: wheel)
      board.mouse.setButtons(PS2Mouse.Buttons(rawValue: buttons & 7))
    case .typing(let strokes): typist.type(strokes)
    case .serial(let bytes): board.serial[0].receive(bytes)
    case .floppy(let drive, let medium): changeFloppy(drive, medium)
    case .disc(let position, let medium): changeDisc(position, medium)
    case .reset: reset()
    case .request: break
    }
  }

  /// Called before the last of the keys goes down that an ``Input/typing(_:)`` asked for.
  public var onLastKey: (() -> Void)? {
    get { typist.onLastKey }
    set { typist.onLastKey = newValue }
  }

  private func changeFloppy(_ drive: Int, _ medium: MediumSource?) {
    do throws(ConfigurationError) {
      let image = try medium?.openFloppy()
      image?.onFailure = { [unowned self] in mediumFailed($0) }
      board.floppies.insert(image, drive: drive)
    } catch {
      outputs.log?(error.description)
    }
  }

  /// The guest sees a drive's error status; the owner of the disk hears of it here, and once more
  /// when the run ends.
  func mediumFailed(_ error: MediaError) {
    mediumFailure = mediumFailure ?? error
    outputs.log?(error.description)
  }

  private func changeDisc(_ position: Int, _ medium: MediumSource?) {
    guard board.ata.indices.contains(position / 2),
      let drive = board.ata[position / 2].device(at: position % 2) as? ATAPICDROM
    else { return }
    do throws(ConfigurationError) {
      let disc = try medium?.openCD()
      disc?.onFailure = { [unowned self] in mediumFailed($0) }
      drive.insert(disc)
    } catch {
      outputs.log?(error.description)
    }
  }
}

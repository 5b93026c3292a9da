import BusKit
import Foundation
import PC

/// Numbers with units, as people write them.
enum Quantity {
  /// "66", "4.77MHz", "400kHz": megahertz unless a unit says otherwise, exact to the hertz.
  static func frequency(_ text: String) throws(ConfigurationError) -> Frequency {
    let lower = text.lowercased()
    let units: [(suffix: String, factor: Decimal)] = [
      ("ghz", 1_000_000_000), ("mhz", 1_000_000), ("khz", 1000), ("hz", 1), ("g", 1_000_000_000),
      ("m", 1_000_000), ("k", 1000), ("", 1_000_000),
    ]
    let unit = units.first { lower.hasSuffix($0.suffix) } ?? ("", 1_000_000)
    let digits = lower.dropLast(unit.suffix.count).trimmingCharacters(in: .whitespaces)
    guard isNumber(digits), let number = Decimal(string: digits) else {
      throw ConfigurationError(
        .usage, "--clock \(text)", cause: "this is no frequency",
        mend: "give a number of MHz, as in 33, 4.77MHz or 400kHz")
    }
    let hertz = (number * unit.factor) as NSDecimalNumber
    guard hertz.doubleValue >= 100_000, hertz.doubleValue <= 10e9 else {
      throw ConfigurationError(
        .usage, "--clock \(text)", cause: "a clock is between 100 kHz and 10 GHz",
        mend: "give a number of MHz, as in 33 or 4.77")
    }
    return Frequency(hertz.uint64Value)
  }

  /// "16", "640K", "size=1G": mebibytes unless a unit says otherwise. In bytes.
  static func memory(_ text: String) throws(ConfigurationError) -> Int {
    let lower = (text.hasPrefix("size=") ? String(text.dropFirst(5)) : text).lowercased()
    let trimmed = lower.hasSuffix("b") ? String(lower.dropLast()) : lower
    let shift: Int
    switch trimmed.last {
    case "k": shift = 10
    case "g": shift = 30
    default: shift = 20
    }
    let digits =
      trimmed.last.map { "kmg".contains($0) } ?? false ? trimmed.dropLast() : trimmed[...]
    guard let number = Int(digits), number > 0,
      number <= MachineConfiguration.largestMemory >> shift,
      number << shift >= 64 << 10
    else {
      throw ConfigurationError(
        .usage, "-m \(text)", cause: "this is no memory size between 64K and 3G",
        mend: "give a number of MiB, or one with K, M or G behind it")
    }
    return number << shift
  }

  /// "now", "utc", "2000-01-31", "2000-01-31T12:00:00": seconds since 1970, as the clock will show.
  static func clockBase(_ text: String?) throws(ConfigurationError) -> Int64 {
    guard let text else { return MachineConfiguration.defaultClockBase }
    switch text {
    case "now", "localtime":
      let now = Date()
      let offset = TimeZone.current.secondsFromGMT(for: now)
      return Int64(now.timeIntervalSince1970) + Int64(offset)
    case "utc": return Int64(Date().timeIntervalSince1970)
    default: break
    }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.isLenient = false
    for format in ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"] {
      formatter.dateFormat = format
      guard let date = formatter.date(from: text) else { continue }
      let seconds = Int64(date.timeIntervalSince1970)
      // 1980 to 2099: what a PC's clock with a century byte and DOS can hold.
      guard (315_532_800..<4_102_444_800).contains(seconds) else { break }
      return seconds
    }
    throw ConfigurationError(
      .usage, "--rtc-base \(text)", cause: "this is no time between 1980 and 2099",
      mend: "use now, utc, or the form 2000-01-31T12:00:00")
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && text.filter { $0 == "." }.count <= 1 && text != "."
  }
}

import BusKit
import X86Decode

/// An instruction that completed outside ring 0 without a fault and did something else than in ring 0.
package struct SilentFailure: Codable, Equatable, Sendable {
  /// Its record's number in the journal.
  package var sequence: UInt64
  /// The guest's clock.
  package var virtualTime: Ticks
  package var cs: UInt16
  package var eip: UInt64
  /// Hexadecimal.
  package var bytes: String
  /// Disassembled.
  package var instruction: String
  /// In what the two results differ: what ring 0 would have given, and what the machine gave.
  package var virtualResult: String
  package var machineResult: String
}

/// Something that a silent failure has led to: a hang at HLT, a panic, a fault that ring 0 would not have had.
package struct Symptom: Codable, Equatable, Sendable {
  /// In words, for people.
  package var text: String
  package var virtualTime: Ticks
  /// The silent failure's record; nil when it is not known which one it was.
  package var cause: UInt64?
}

/// The silent failures of a run, by instruction and place.
package struct SilentFailures: Sendable {
  /// One instruction at one address.
  package struct Place: Hashable, Sendable {
    package var operation: X86Decode.Operation
    /// Linear.
    package var address: UInt64

    package init(_ operation: X86Decode.Operation, at address: UInt64) {
      self.operation = operation
      self.address = address
    }
  }

  package struct Site: Equatable, Sendable {
    package var count = 0
    package var first: SilentFailure
    package var symptom: Symptom?
  }

  /// Those of one mnemonic.
  package struct Group: Equatable, Sendable {
    package var operation: X86Decode.Operation
    package var count: Int
    package var siteCount: Int
    package var first: SilentFailure
    /// The earliest that any of them has led to.
    package var symptom: Symptom?
  }

  /// A guest that writes its code anew all the time is not to fill the host's memory.
  private static let siteLimit = 1 << 16

  package private(set) var count = 0
  package private(set) var sites: [Place: Site] = [:]
  /// In the order in which they showed.
  package private(set) var symptoms: [Symptom] = []

  package init() {}

  /// - Parameter failure: made for the first one at a place only.
  mutating func note(_ place: Place, _ failure: () -> SilentFailure) {
    count += 1
    guard sites[place] == nil else {
      sites[place]?.count += 1
      return
    }
    guard sites.count < Self.siteLimit else { return }
    sites[place] = Site(count: 1, first: failure())
  }

  /// - Parameter place: of the silent failure that it came from, if that is known.
  mutating func note(_ symptom: Symptom, of place: Place?) {
    symptoms.append(symptom)
    guard let place, sites[place]?.symptom == nil else { return }
    sites[place]?.symptom = symptom
  }

  /// By instruction, the most frequent first.
  package var groups: [Group] {
    var groups: [X86Decode.Operation: Group] = [:]
    for (place, site) in sites {
      guard var group = groups[place.operation] else {
        groups[place.operation] = Group(
          operation: place.operation, count: site.count, siteCount: 1, first: site.first,
          symptom: site.symptom)
        continue
      }
      group.count += site.count
      group.siteCount += 1
      if site.first.sequence < group.first.sequence { group.first = site.first }
      if let symptom = site.symptom,
        symptom.virtualTime < group.symptom?.virtualTime ?? .max
      {
        group.symptom = symptom
      }
      groups[place.operation] = group
    }
    return groups.values.sorted {
      ($1.count, $0.operation.rawValue) < ($0.count, $1.operation.rawValue)
    }
  }
}

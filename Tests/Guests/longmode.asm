; Long mode: entry and exit, 64-bit gates, IST, IRET, SYSCALL, SYSENTER, canonical addresses, far transfers,
; segments, compatibility mode. Where Intel and AMD processors differ, the line names the vendor.
%include "system.inc"
%include "long.inc"

VECTOR          equ 50h
HIGH            equ 8000000000000000h   ; not canonical
GATE            equ 0C0h                ; 16 bytes
GATE_BAD        equ 0D0h
LOCAL           equ 0E0h
SMALL           equ 0F0h
ABSENT          equ 0F8h
DATA            equ 40000h

body:
        mov eax, 80000001h
        cpuid
        test edx, 20000000h
        jz leave_at_once
        xor eax, eax
        cpuid
        mov [vendor], ebx
        call entry_rules
        call enter_long
        bits 64
        call flat64
        mov eax, TASK64
        ltr ax
        xor eax, eax
        lldt ax
        call system_registers
        call gates
        call returns
        call system_calls
        call addresses
        call transfers
        call segments
        call encodings
        call compatibility
        call limits
        call forbidden
        mov dword [leave_pointer], leave_compatible
        jmp far dword [leave_pointer]
        bits 32
leave_compatible:
        jmp leave_guest
leave_at_once:
        ret
        align 4
leave_pointer:
        dd 0
        dw CODE32
vendor: dd 0

entry_rules:
        mov ecx, EFER
        rdmsr
        or eax, 100h
        wrmsr
        mov eax, TABLES
        mov cr3, eax
        try "PG with LME and without PAE"
        mov eax, cr0
        or eax, 80000000h
        mov cr0, eax
        okay
        try "EFER: reserved bits"
        mov ecx, EFER
        rdmsr
        or eax, 80h
        wrmsr
        okay
        try "EFER after LME"
        mov ecx, EFER
        rdmsr
        value eax, 4
        okay
        ret

        bits 64
; ---------------------------------------------------------------- control registers and MSRs
system_registers:
        ltry "EFER in long mode"
        mov ecx, EFER
        rdmsr
        lvalue rax, 4
        lokay
        ltry "DR7, bit 32"
        mov eax, 400h
        bts rax, 32
        mov dr7, rax
        lokay
        ltry "CR8"
        mov eax, 5
        mov cr8, rax
        mov rbx, cr8
        lvalue rbx
        xor eax, eax
        mov cr8, rax
        lokay
        ltry "CR8, bit 4"
        mov eax, 10h
        mov cr8, rax
        lokay
        ltry "CR8 at CPL 3"
        lring3
        mov rax, cr8
        lokay
        ltry "MSR that is not there"
        mov ecx, 12345h
        rdmsr
        lokay
        ltry "MSR at CPL 3"
        lring3
        mov ecx, EFER
        rdmsr
        lokay
        ltry "FS base"
        mov ecx, 0C0000100h
        mov eax, 89ABCDEFh
        mov edx, 00001234h
        wrmsr
        rdmsr
        lvalue rdx, 8
        lvalue rax, 8
        lokay
        ltry "FS base not canonical"
        mov edx, 80000000h
        wrmsr
        lokay
        ltry "FS base used, offset 8"
        mov ecx, 0C0000100h
        mov eax, DATA
        xor edx, edx
        wrmsr
        mov dword [DATA + 8], 0BADF00Dh
        mov eax, [fs:8]
        lvalue rax
        lokay
        ltry "loading FS clears the base's upper half"
        mov ecx, 0C0000100h
        mov edx, 1
        wrmsr
        mov eax, DATA32
        mov fs, eax
        rdmsr
        lvalue rdx, 8
        lvalue rax, 8
        lokay
        ltry "SWAPGS"
        mov ecx, 0C0000101h
        mov eax, 1111h
        xor edx, edx
        wrmsr
        inc ecx
        mov eax, 2222h
        wrmsr
        swapgs
        rdmsr
        lvalue rax, 8
        dec ecx
        rdmsr
        lvalue rax, 8
        lokay
        ltry "SWAPGS at CPL 3"
        lring3
        swapgs
        lokay
        ltry "LSTAR not canonical"
        mov ecx, 0C0000082h
        mov edx, 80000000h
        wrmsr
        lokay
        ltry "CMPXCHG16B"
        mov qword [DATA], 1
        mov qword [DATA + 8], 2
        mov eax, 1
        mov edx, 2
        mov ebx, 3
        mov ecx, 4
        cmpxchg16b [DATA]
        setz bl
        lvalue [DATA]
        lvalue [DATA + 8]
        lvalue rbx, 2
        cmpxchg16b [DATA]
        lvalue rax
        lvalue rdx
        lokay
        ltry "CMPXCHG16B not aligned"
        cmpxchg16b [DATA + 8]
        lokay
        ret

; ---------------------------------------------------------------- AMD's EFER.LMSLE
; The limit of DS, ES, FS and SS then counts within the last 4 GiB of the address space (AMD64 Architecture
; Programmer's Manual, volume 2, 4.12.2).
limits:
        cmp dword [vendor], 68747541h
        jne .none
        mov dword [hook], .none
        mov [saved_esp], esp
        mov ecx, EFER
        rdmsr
        or eax, 2000h
        wrmsr
        rdmsr
        mov dword [hook], 0
        test eax, 2000h
        jz .none
        mov dword [TABLES + 0FF8h], TABLES + 1007h
        mov dword [TABLES + 1FF8h], TABLES + 2007h
        mov rax, cr3
        mov cr3, rax
        mov rax, 00CC920000000040h      ; limit C0040FFFh, base 0
        mov [gdt + SMALL], rax
        mov rbx, 0FFFFFFFFC0040FFCh
        ltry "LMSLE: below the limit"
        mov eax, SMALL
        mov ds, eax
        mov eax, [rbx]
        lokay
        ltry "LMSLE: above it"
        mov eax, SMALL
        mov ds, eax
        mov rbx, 0FFFFFFFFC0040FFDh
        mov eax, [rbx]
        lokay
        ltry "LMSLE: SS"
        lring3
        mov byte [gdt + SMALL + 5], 0F2h
        mov eax, SMALL | 3
        mov ss, eax
        mov rbp, 0FFFFFFFFC0041000h
        mov eax, [rbp]
        lokay
        mov byte [gdt + SMALL + 5], 92h
        ltry "LMSLE: GS is free"
        mov eax, SMALL
        mov gs, eax
        mov rbx, 0FFFFFFFFC0041000h
        mov eax, [gs:rbx]
        lokay
        ltry "LMSLE: so is the rest of the address space"
        mov eax, SMALL
        mov ds, eax
        mov eax, [400000h]
        lokay
        mov ecx, EFER
        rdmsr
        and eax, ~2000h
        wrmsr
.none:
        ret

; What a processor that took it might not survive.
forbidden:
        ltry "LGDT with a base not canonical"
        mov word [DATA], 7Fh
        mov rax, HIGH
        mov [DATA + 2], rax
        lgdt [DATA]
        lokay
        ltry "LME cannot be cleared with paging"
        mov ecx, EFER
        rdmsr
        and eax, ~100h
        wrmsr
        lokay
        ltry "CR0, bit 32"
        mov rax, cr0
        bts rax, 32
        mov cr0, rax
        lokay
        ltry "CR4, bit 32"
        mov rax, cr4
        bts rax, 32
        mov cr4, rax
        lokay
        ltry "CR3, bit 62"
        mov rax, cr3
        bts rax, 62
        mov cr3, rax
        lokay
        ltry "PAE cannot be cleared"
        mov rax, cr4
        and eax, ~20h
        mov cr4, rax
        lokay
        ltry "PG cannot be cleared in 64-bit code"
        mov rax, cr0
        btr rax, 31
        mov cr0, rax
        lokay
        ret

; ---------------------------------------------------------------- gates
show_frame:                             ; in an interrupt: alignment, CS, SS now; CS, SS, RSP pushed
        lea r15, [rsp + 8]
        lsay " RSP"
        lvalue r15, 5
        mov eax, cs
        lvalue rax, 2
        mov eax, ss
        lvalue rax, 2
        lsay " pushed"
        lvalue [r15 + 8], 2
        lvalue [r15 + 32], 2
        lvalue [r15 + 24], 5
        ret
handler:
        call show_frame
        iretq
gates:
        gate64 VECTOR, CODE64, handler, 0EEh, 0
        ltry "interrupt gate, CPL 0, RSP aligned down"
        mov rsp, MAIN_STACK - 13h
        int VECTOR
        lokay
        ltry "interrupt gate from CPL 3: RSP0, SS null"
        lring3
        int VECTOR
        lring0
        lokay
        mov dword [TASK64_BASE + 36], 1C008h
        gate64 VECTOR, CODE64, handler, 0EEh, 1
        ltry "IST 1 from CPL 0"
        int VECTOR
        lokay
        ltry "IST 1 from CPL 3"
        lring3
        int VECTOR
        lring0
        lokay
        mov dword [TASK64_BASE + 40], 80000000h
        ltry "IST not canonical"
        int VECTOR
        lokay
        mov dword [TASK64_BASE + 40], 0
        gate64 VECTOR, CODE64, handler, 0EEh, 0
        ltry "offset not canonical"
        mov dword [IDT64 + VECTOR * 16 + 8], 80000000h
        int VECTOR
        lokay
        gate64 VECTOR, CODE32, handler, 0EEh, 0
        ltry "gate to 32-bit code"
        int VECTOR
        lokay
        gate64 VECTOR, CODE64, handler, 85h, 0
        ltry "task gate"
        int VECTOR
        lokay
        gate64 VECTOR, CODE64, handler, 86h, 0
        ltry "16-bit gate"
        int VECTOR
        lokay
        gate64 VECTOR, CODE64, handler, 0Eh, 0
        ltry "absent gate"
        int VECTOR
        lokay
        gate64 VECTOR, CODE64, handler, 8Eh, 0
        ltry "INT with CPL above DPL"
        lring3
        int VECTOR
        lokay
        ltry "error code keeps the frame aligned"
        mov dword [hook], .aligned
        mov rsp, MAIN_STACK - 9
        mov eax, 0FFF8h
        mov ds, eax
.aligned:
        lvalue [fault64_error], 4
        mov rax, [fault64_sp]
        and eax, 15
        lvalue rax, 2
        jmp resume64
        lokay
        ret

; ---------------------------------------------------------------- IRET
%macro return64 5+                      ; SS, RSP, CS, RIP, name
        ltry %5
        mov rax, %2
        mov rbx, %4
        push %1
        push rax
        pushfq
        push %3
        push rbx
        iretq
        lokay
%endmacro
returns:
        ltry "IRETQ to CPL 0 with a null SS"
        mov rax, rsp
        push 0
        push rax
        pushfq
        push CODE64
        push .null
        iretq
.null:  mov eax, ss
        lvalue rax, 2
        lokay
        return64 0, MAIN_STACK, USER_CODE64, DATA, "IRETQ to CPL 3 with a null SS"
        return64 USER_DATA64, MAIN_STACK, USER_CODE64, HIGH, "IRETQ to RIP not canonical"
        return64 USER_DATA64, MAIN_STACK, 0, DATA, "IRETQ to a null CS"
        return64 USER_DATA64, MAIN_STACK, DATA32, DATA, "IRETQ to data"
        return64 DATA32, MAIN_STACK, USER_CODE64, DATA, "IRETQ with SS of another RPL"
        ltry "IRETQ with NT"
        pushfq
        or byte [rsp + 1], 40h
        popfq
        iretq
        lokay
        push 2
        popfq
        ltry "IRETQ pops SS:RSP at the same level"
        push DATA32
        push MAIN_STACK - 100h
        pushfq
        push CODE64
        push .same
        iretq
.same:  mov rbx, rsp
        lvalue rbx, 5
        lokay
        ltry "IRETD: four bytes a field"
        mov rbx, rsp
        sub rsp, 32
        mov dword [rsp + 16], DATA32
        mov dword [rsp + 12], ebx
        mov dword [rsp + 8], 2
        mov dword [rsp + 4], CODE64
        mov dword [rsp], .dword
        iretd
.dword: sub rbx, rsp
        lvalue rbx
        lokay
        ltry "RETFQ"
        push CODE64
        push .far
        o64 retf
.far:   lokay
        ltry "RETF is 32 bits wide"
        sub rsp, 8
        mov dword [rsp + 4], CODE64
        mov dword [rsp], .far32
        retf
.far32: lokay
        ret

; ---------------------------------------------------------------- SYSCALL, SYSENTER
%macro vendor_try 1+
        call say_vendor
        ltry %1
%endmacro
say_vendor:
        cmp dword [vendor], 68747541h
        je .amd
        lsay "Intel: "
        ret
.amd:   lsay "AMD: "
        ret
system_calls:
        ltry "SYSCALL without SCE"
        syscall
        lokay
        mov ecx, EFER
        rdmsr
        or eax, 1
        wrmsr
        mov ecx, 0C0000081h
        xor eax, eax
        mov edx, USER_CODE32 << 16 | SYSTEM_CODE64
        wrmsr
        inc ecx
        mov eax, .called
        xor edx, edx
        wrmsr
        mov ecx, 0C0000084h
        mov eax, 400h
        wrmsr
        ltry "SYSCALL and SYSRET: CS, SS, DF masked, R11's DF, CS and SS back"
        lring3
        std
        syscall
.after: cld
        mov eax, cs
        lvalue rax, 2
        mov eax, ss
        lvalue rax, 2
        lring0
        lokay
        jmp .exits
.called:
        mov rbx, rcx
        sub rbx, .after
        lvalue rbx, 2
        mov eax, cs
        lvalue rax, 2
        mov eax, ss
        lvalue rax, 2
        pushfq
        pop rax
        and eax, 400h
        lvalue rax, 4
        mov rax, r11
        and eax, 400h
        lvalue rax, 4
        o64 sysret
.exits:
        ltry "SYSRET to compatibility mode"
        mov ecx, .compatible
        mov r11d, 2
        sysret
        bits 32
.compatible:
        mov ebx, cs
        mov ebp, ss
        int 30h
        bits 64
        lvalue rbx, 2
        lvalue rbp, 2
        lokay
        ltry "SYSRET at CPL 3"
        lring3
        o64 sysret
        lokay
        vendor_try "SYSRET with RCX not canonical"
        mov rcx, HIGH
        mov r11d, 2
        o64 sysret
        lokay
        mov ecx, 174h
        mov eax, ENTER_CODE
        xor edx, edx
        wrmsr
        inc ecx
        mov eax, 1C000h
        wrmsr
        inc ecx
        mov eax, .entered
        wrmsr
        vendor_try "SYSENTER and SYSEXIT in 64-bit code"
        lring3
        mov r8, rsp
        sysenter
.entered:
        mov eax, cs
        lvalue rax, 2
        mov eax, ss
        lvalue rax, 2
        mov rbx, rsp
        lvalue rbx, 5
        mov edx, .left
        mov rcx, r8
        o64 sysexit
.left:  mov eax, cs
        lvalue rax, 2
        mov eax, ss
        lvalue rax, 2
        lring0
        lokay
        vendor_try "SYSEXIT at CPL 3"
        lring3
        o64 sysexit
        lokay
        mov ecx, 174h
        xor eax, eax
        xor edx, edx
        wrmsr
        vendor_try "SYSENTER with a null SYSENTER_CS"
        lring3
        sysenter
        lokay
        vendor_try "SYSCALL in compatibility mode"
        mov ecx, 0C0000083h
        mov eax, .called_32
        xor edx, edx
        wrmsr
        mov rax, rsp
        push USER_DATA64
        push rax
        pushfq
        push USER_CODE32
        push .compatible_call
        iretq
        bits 32
.compatible_call:
        syscall
        bits 64
.called_32:
        mov eax, cs
        lvalue rax, 2
        mov eax, ss
        lvalue rax, 2
        mov rsp, MAIN_STACK - 200h
        lokay
        ret

; ---------------------------------------------------------------- canonical addresses
addresses:
        mov rbx, HIGH
        ltry "read not canonical"
        mov eax, [rbx]
        lokay
        ltry "RBP-based"
        mov rbp, HIGH
        mov eax, [rbp]
        lokay
        ltry "RBP-based with FS"
        mov rbp, HIGH
        mov eax, [fs:rbp]
        lokay
        ltry "RSP-based"
        lring3
        mov rsp, HIGH
        mov eax, [rsp]
        lokay
        ltry "RBP as an index is no stack"
        mov rbp, HIGH
        xor eax, eax
        mov eax, [rax + rbp]
        lokay
        ltry "JMP not canonical"
        mov rax, HIGH
        jmp rax
        lokay
        ltry "CALL not canonical"
        mov rax, HIGH
        call rax
        lokay
        ltry "RET not canonical"
        mov rax, HIGH
        push rax
        ret
        lokay
        ltry "over the edge of the lower half"
        mov rax, 7FFFFFFFFFFCh + 1
        mov eax, [rax]
        lokay
        ltry "PUSH at a stack that is not canonical, CPL 3"
        lring3
        mov rsp, HIGH
        push rax
        lokay
        ltry "INVLPG not canonical"
        mov rax, HIGH
        invlpg [rax]
        lokay
        ltry "LEA does not check"
        mov rax, HIGH
        lea rbx, [rax + 1]
        lvalue rbx
        lokay
        ltry "PREFETCH and NOP do not either"
        mov rax, HIGH
        prefetchnta [rax]
        db 0Fh, 1Fh, 00h
        lokay
        ltry "67h: EAX only, wrapping at 4 GiB"
        mov rax, 1FFFFFFF0h
        mov dword [DATA], 0CAFEh
        mov ebx, [eax + DATA + 10h]
        lvalue rbx
        lokay
        ltry "page fault's address has 64 bits"
        mov rax, 0FFFF800000001234h
        mov eax, [rax]
        lokay
        ltry "and RIP too"
        mov rax, 0FFFF800000001234h
        jmp rax
        lokay
        ret

; ---------------------------------------------------------------- far transfers
transfers:
        mov edi, gdt + GATE
        mov eax, gate_target
        mov [edi], ax
        mov word [edi + 2], CODE64
        mov word [edi + 4], 0EC00h
        shr eax, 16
        mov [edi + 6], ax
        mov qword [edi + 8], 0
        mov rax, [edi]
        mov [edi + 16], rax
        mov qword [edi + 24], 0
        ltry "call gate, same level"
        call far dword [.gate]
        lokay
        ltry "call gate from CPL 3"
        lring3
        call far dword [.gate3]
        lring0
        lokay
        ltry "call gate with a type in its upper half"
        mov byte [gdt + GATE_BAD + 13], 1
        call far dword [.gate_bad]
        lokay
        mov byte [gdt + GATE_BAD + 13], 0
        ltry "call gate to 32-bit code"
        mov word [gdt + GATE_BAD + 2], CODE32
        call far dword [.gate_bad]
        lokay
        mov word [gdt + GATE_BAD + 2], CODE64
        ltry "call gate to an offset not canonical"
        mov dword [gdt + GATE_BAD + 8], 80000000h
        call far dword [.gate_bad]
        lokay
        vendor_try "JMP far, 16:64"
        mov qword [DATA], .there
        mov word [DATA + 8], CODE64
        db 48h
        jmp far [DATA]
.there: lokay
        ltry "JMP far to a TSS"
        jmp far dword [.task]
        lokay
        ltry "JMP far to code with L and D"
        mov byte [gdt + SMALL + 6], 0EFh
        mov byte [gdt + SMALL + 5], 9Bh
        jmp far dword [.both]
        lokay
        ret
        align 4
.gate:  dd 0
        dw GATE
.gate3: dd 0
        dw GATE | 3
.gate_bad:
        dd 0
        dw GATE_BAD
.task:  dd 0
        dw TASK64
.both:  dd 0
        dw SMALL
gate_target:
        mov r15, rsp
        lsay " RSP"
        lvalue r15, 5
        mov eax, ss
        lvalue rax, 2
        lvalue [r15 + 8], 2
        o64 retf

; ---------------------------------------------------------------- segments
segments:
        mov rax, 0000920400000FFFh      ; limit 0FFFh, base 40000h
        mov [gdt + SMALL], rax
        ltry "SS null at CPL 0"
        xor eax, eax
        mov ss, eax
        push rax
        pop rax
        lokay
        ltry "SS null at CPL 3"
        lring3
        xor eax, eax
        mov ss, eax
        lokay
        ltry "DS null, and used"
        xor eax, eax
        mov ds, eax
        mov eax, [DATA]
        lokay
        ltry "limits and bases of DS and ES mean nothing"
        mov eax, SMALL
        mov ds, eax
        mov dword [DATA + 2000h], 1234h
        mov eax, [DATA + 2000h]
        lvalue rax, 4
        lokay
        ltry "FS limit means nothing, its base counts"
        mov eax, SMALL
        mov fs, eax
        mov eax, [fs:2000h]
        lvalue rax, 4
        lokay
        ltry "read-only data may be written"
        mov byte [gdt + SMALL + 5], 90h
        mov eax, SMALL
        mov ds, eax
        mov [DATA], eax
        lokay
        mov rax, 0000820400000FFFh
        mov [gdt + LOCAL], rax
        mov qword [gdt + LOCAL + 8], 0
        ltry "LLDT with 16 bytes"
        mov eax, LOCAL
        lldt ax
        sldt rbx
        lvalue rbx
        lokay
        xor eax, eax
        lldt ax
        ltry "LLDT with a type in its upper half"
        mov byte [gdt + LOCAL + 13], 2
        mov eax, LOCAL
        lldt ax
        lokay
        mov byte [gdt + LOCAL + 13], 0
        ltry "LLDT with a base not canonical"
        mov dword [gdt + LOCAL + 8], 80000000h
        mov eax, LOCAL
        lldt ax
        lokay
        ltry "LTR of the busy TSS"
        mov eax, TASK64
        ltr ax
        lokay
        ltry "LAR and LSL of code, TSS, call gate"
        mov ecx, CODE64
        lar eax, ecx
        and eax, 0F0FF00h
        lvalue rax, 8
        mov ecx, TASK64
        lsl eax, ecx
        lvalue rax, 8
        mov ecx, GATE
        lar eax, ecx
        and eax, 0F0FF00h
        lvalue rax, 8
        lokay
        ret

; ---------------------------------------------------------------- encodings
encodings:
        mov esi, .list
.next:  movzx ebx, byte [rsi]
        test ebx, ebx
        jz .listed
        mov [.code], bl
        push rsi
        ltry "no such opcode"
        lvalue rbx, 2
.code:  db 0F1h
        times 8 nop
        lokay
        pop rsi
        inc esi
        jmp .next
.list:  db 06h, 07h, 0Eh, 16h, 17h, 1Eh, 1Fh, 27h, 2Fh, 37h, 3Fh, 60h, 61h, 82h, 9Ah, 0CEh
        db 0D4h, 0D5h, 0D6h, 0EAh, 0
.listed:
        ltry "MOVSXD"
        mov eax, 80000000h
        movsxd rbx, eax
        lvalue rbx
        lokay
        ltry "32-bit results clear the upper half, 16-bit ones do not"
        mov rbx, -1
        mov ebx, ebx
        lvalue rbx
        mov rbx, -1
        mov bx, 1
        lvalue rbx
        lokay
        ltry "REX before another prefix is ignored"
        mov rbx, -1
        mov eax, 5
        db 48h, 66h, 89h, 0C3h          ; REX.W 66 mov bx, ax
        lvalue rbx
        lokay
        ltry "REX.W wins over 66h"
        db 66h, 48h, 89h, 0C3h
        lvalue rbx
        lokay
        ltry "PUSH of 66h is two bytes"
        mov rbx, rsp
        push ax
        sub rbx, rsp
        lvalue rbx, 2
        lokay
        ltry "PUSH imm8 is eight"
        mov rbx, rsp
        push -2
        sub rbx, rsp
        lvalue rbx, 2
        pop rbx
        lvalue rbx
        lokay
        ltry "LOOP with 67h counts ECX"
        mov rcx, 100000001h
        a32 loop .never
        lvalue rcx
.never: lokay
        ltry "REP with 67h"
        mov rcx, 100000002h
        mov rdi, DATA
        mov rsi, DATA + 100h
        a32 rep movsb
        lvalue rcx
        lvalue rdi
        lokay
        ltry "XCHG EAX, EAX is NOP; with REX.B it is not"
        mov rax, -1
        nop
        lvalue rax
        mov r8d, 1
        mov eax, 2
        xchg r8d, eax
        lvalue rax
        lokay
        ltry "SH counts of 64-bit operands are six bits"
        mov eax, 1
        mov cl, 33
        shl rax, cl
        lvalue rax
        mov cl, 65
        shl rax, cl
        lvalue rax
        lokay
        ltry "fifteen bytes"
        times 11 db 3Eh
        db 48h, 89h, 0C0h
        times 2 nop
        lokay
        ltry "sixteen bytes"
        times 15 db 3Eh
        nop
        lokay
        ret

; ---------------------------------------------------------------- compatibility mode
compatibility:
        ltry "32-bit code: INC, 32-bit stack, segment limits"
        mov rbp, rsp
        mov dword [hook], .faulted
        mov byte [gdt + SMALL + 5], 92h
        jmp far dword [.pointer]
        bits 32
.inside:
        mov eax, -1
        inc eax                         ; a REX prefix elsewhere
        mov ecx, esp
        push eax
        sub ecx, esp
        mov ebx, SMALL
        mov ds, ebx
        mov ebx, [1000h]
        bits 64
.faulted:
        mov ebx, DATA32
        mov ds, ebx
        lvalue rcx, 2
        lvalue [fault64_vector], 2
        lvalue [fault64_cs], 2
        jmp resume64
        lokay
        ltry "its INT comes to 64-bit code"
        mov dword [hook], .came
        jmp far dword [.pointer2]
        bits 32
.inside2:
        int 31h
        bits 64
.came:  lvalue [fault64_vector], 2
        lvalue [fault64_cs], 2
        mov eax, cs
        lvalue rax, 2
        jmp resume64
        lokay
        ltry "its IRETs take NT for a task's"
        jmp far dword [.pointer3]
        bits 32
.inside3:
        pushfd
        or byte [esp + 1], 40h
        popfd
        iretd
        bits 64
        lokay
        push 2
        popfq
        ltry "no task switch"
        jmp far dword [.pointer4]
        bits 32
.inside4:
        jmp TASK64:dword 0
        bits 64
        lokay
        ltry "v8086 mode cannot be entered"
        jmp far dword [.pointer5]
        bits 32
.inside5:
        push dword USER_DATA
        push dword 100h
        push dword 20002h
        push dword USER_CODE
        push dword .v86
        iretd
.v86:   pushfd
        pop ebx
        int 30h
        bits 64
        and ebx, 20000h
        lvalue rbx
        lokay
        ret
        align 4
.pointer:
        dd .inside
        dw CODE32
.pointer2:
        dd .inside2
        dw CODE32
.pointer3:
        dd .inside3
        dw CODE32
.pointer4:
        dd .inside4
        dw CODE32
.pointer5:
        dd .inside5
        dw CODE32
        bits 32

        system_end

; The option ROM that starts a kernel without a boot disk (--kernel).
;
; It hooks INT 19h. When the system BIOS comes to boot, it tells the board's kernel port what memory
; INT 12h and INT 15h/E820h report, and does what the port answers: copy, fill, start. The port is
; described in Sources/PC/Kernel/KernelPort.swift. 80386 code; works behind any system BIOS that calls
; option ROMs.
; Build: nasm -f bin -o kernel.bin kernel.asm   (tools/build-roms)

        cpu     386
        bits    16
        org     0

KERNEL_DATA     equ     5E0h
KERNEL_COMMAND  equ     5E4h
BEGIN_QUESTION  equ     1
END_QUESTION    equ     2

SYSTEM_A        equ     92h             ; bit 1: the A20 gate

STACK_TOP       equ     7C00h
RANGE           equ     7000h           ; 20 bytes for INT 15h/E820h
TABLE           equ     7040h           ; our GDT, and behind it the operand of LGDT

FLAT_CODE       equ     08h
FLAT_DATA       equ     10h
REAL_CODE       equ     18h
REAL_DATA       equ     20h

        db      55h, 0AAh, ROM_SIZE / 512
        jmp     short install

        db      "RingOne kernel loader", 0

; ---------------------------------------------------------------- called by POST
install:
        push    ds
        push    ax
        xor     ax, ax
        mov     ds, ax
        mov     word [19h * 4], boot
        mov     [19h * 4 + 2], cs
        pop     ax
        pop     ds
        retf

; ---------------------------------------------------------------- INT 19h
boot:
        cli
        cld
        xor     ax, ax
        mov     ss, ax
        mov     sp, STACK_TOP
        mov     ds, ax
        mov     es, ax
        sti
        mov     ax, 2401h               ; open A20, the BIOS's way and the board's
        int     15h
        in      al, SYSTEM_A
        or      al, 02h
        and     al, 0FEh
        out     SYSTEM_A, al

        ; The question: conventional memory, then the address map as it comes.
        mov     dx, KERNEL_COMMAND
        mov     al, BEGIN_QUESTION
        out     dx, al
        int     12h
        movzx   eax, ax
        mov     dx, KERNEL_DATA
        out     dx, eax
        xor     ebx, ebx
.range:
        mov     eax, 0E820h
        mov     edx, 534D4150h          ; 'SMAP'
        mov     ecx, 20
        mov     di, RANGE
        int     15h
        jc      .mapped
        cmp     eax, 534D4150h
        jne     .no_map
        mov     si, RANGE
        mov     cx, 5
        mov     dx, KERNEL_DATA
        rep     outsd
        test    ebx, ebx
        jnz     .range
        jmp     short .asked
.mapped:
        test    ebx, ebx
        jnz     .asked                  ; some BIOSes end with an error
.no_map:
        call    old_map
.asked:
        mov     dx, KERNEL_COMMAND
        mov     al, END_QUESTION
        out     dx, al
        in      al, dx
        test    al, al
        jnz     .refused

        ; Flat protected mode, where the answer is carried out.
        cli
        xor     eax, eax
        mov     ax, cs
        mov     ds, ax
        shl     eax, 4
        mov     ebp, eax                ; EBP = where this ROM lies
        mov     si, descriptors
        mov     di, TABLE
        mov     cx, (descriptors.end - descriptors) / 2
        rep     movsw
        mov     ds, cx
        or      [TABLE + REAL_CODE + 2], eax    ; base, below 1 MiB
        o32 lgdt [TABLE + descriptors.pointer - descriptors]
        mov     eax, cr0
        or      al, 1
        mov     cr0, eax
        add     dword [TABLE + descriptors.entry - descriptors], ebp
        jmp     far dword [TABLE + descriptors.entry - descriptors]
.refused:                               ; the board ends the run
        hlt
        jmp     .refused

; A BIOS without E820h: what INT 12h and INT 15h/88h say.
old_map:
        xor     eax, eax
        mov     dx, KERNEL_DATA
        out     dx, eax
        out     dx, eax
        int     12h
        movzx   eax, ax
        shl     eax, 10
        mov     ecx, eax
        mov     ah, 88h
        push    ecx
        int     15h
        pop     ecx
        movzx   ebx, ax
        shl     ebx, 10
        mov     dx, KERNEL_DATA
        mov     eax, ecx
        out     dx, eax                 ; length of the first range
        xor     eax, eax
        out     dx, eax
        inc     ax
        out     dx, eax
        mov     eax, 100000h
        out     dx, eax
        xor     eax, eax
        out     dx, eax
        mov     eax, ebx
        out     dx, eax
        xor     eax, eax
        out     dx, eax
        inc     ax
        out     dx, eax
        ret

        align   8
descriptors:
        dq      0
        dq      00CF9B000000FFFFh       ; flat code
        dq      00CF93000000FFFFh       ; flat data
        dq      00009B000000FFFFh       ; this ROM as real-mode code; its base is filled in
        dq      000093000000FFFFh       ; real-mode data
.pointer:
        dw      .pointer - descriptors - 1
        dd      TABLE
.entry: dd      carry_out
        dw      FLAT_CODE
.end:

; ---------------------------------------------------------------- in protected mode
        bits    32
carry_out:
        mov     ax, FLAT_DATA
        mov     ds, ax
        mov     es, ax
        mov     fs, ax
        mov     gs, ax
        mov     ss, ax
        mov     esp, STACK_TOP          ; nothing is pushed: memory here may be the kernel's already
        mov     edx, KERNEL_DATA
.next:
        in      eax, dx
        cmp     eax, 2
        jb      .copy
        je      .zero
        cmp     eax, 4
        jb      .protected
        je      .real
.lost:  hlt
        jmp     .lost

.copy:
        in      eax, dx
        mov     edi, eax
        in      eax, dx
        mov     ecx, eax
        mov     ebx, eax
        shr     ecx, 2
        rep     insd
        mov     ecx, ebx
        and     ecx, 3
        rep     insb
        jmp     .next

.zero:
        in      eax, dx
        mov     edi, eax
        in      eax, dx
        mov     ebx, eax
        mov     ecx, eax
        xor     eax, eax
        shr     ecx, 2
        rep     stosd
        mov     ecx, ebx
        and     ecx, 3
        rep     stosb
        jmp     .next

.protected:
        in      eax, dx
        mov     edi, eax                ; EIP
        in      eax, dx
        mov     ecx, eax
        in      eax, dx
        mov     ebx, eax
        mov     eax, ecx
        xor     ecx, ecx
        xor     edx, edx
        xor     esi, esi
        xor     ebp, ebp
        jmp     edi

; Back to real mode with 64 KiB segments.
.real:
        in      eax, dx
        mov     esi, eax                ; CS:IP
        in      eax, dx
        mov     edi, eax                ; SS:SP
        jmp     REAL_CODE:.in_16
        bits    16
.in_16:
        mov     ax, REAL_DATA
        mov     ds, ax
        mov     es, ax
        mov     fs, ax
        mov     gs, ax
        mov     ss, ax
        mov     eax, cr0
        and     al, 0FEh
        mov     cr0, eax
        shr     ebp, 4
        mov     sp, STACK_TOP           ; below the kernel's setup code and above our table
        xor     ax, ax
        mov     ss, ax
        push    bp
        push    word .in_real
        retf
.in_real:
        mov     sp, di
        shr     edi, 16
        mov     ss, di
        mov     ds, di
        mov     es, di
        mov     fs, di
        mov     gs, di
        push    esi
        xor     eax, eax
        xor     ebx, ebx
        xor     ecx, ecx
        xor     edx, edx
        xor     esi, esi
        xor     edi, edi
        xor     ebp, ebp
        retf

ROM_SIZE        equ     1024
        times   ROM_SIZE - ($ - $$) db 0
